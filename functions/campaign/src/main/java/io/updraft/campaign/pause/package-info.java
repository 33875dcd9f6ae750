/** Pauses a campaign. */
@NullMarked
package io.updraft.campaign.pause;

import org.jspecify.annotations.NullMarked;
