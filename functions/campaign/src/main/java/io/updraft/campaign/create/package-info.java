/** Plans a campaign. */
@NullMarked
package io.updraft.campaign.create;

import org.jspecify.annotations.NullMarked;
