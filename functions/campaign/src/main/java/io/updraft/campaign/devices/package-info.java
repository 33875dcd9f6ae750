/** Lists the updates of a campaign. */
@NullMarked
package io.updraft.campaign.devices;

import org.jspecify.annotations.NullMarked;
