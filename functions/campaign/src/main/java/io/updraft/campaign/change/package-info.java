/** Changes the plan of a campaign, or the bounds of one that runs. */
@NullMarked
package io.updraft.campaign.change;

import org.jspecify.annotations.NullMarked;
