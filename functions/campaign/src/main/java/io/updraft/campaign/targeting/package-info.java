/** Walks the devices that a campaign names, and decides which of them become targets. */
@NullMarked
package io.updraft.campaign.targeting;

import org.jspecify.annotations.NullMarked;
