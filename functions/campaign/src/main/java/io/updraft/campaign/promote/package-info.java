/** Takes a campaign to its next stage at once. */
@NullMarked
package io.updraft.campaign.promote;

import org.jspecify.annotations.NullMarked;
