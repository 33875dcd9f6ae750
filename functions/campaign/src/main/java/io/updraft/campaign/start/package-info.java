/** Starts a campaign. */
@NullMarked
package io.updraft.campaign.start;

import org.jspecify.annotations.NullMarked;
