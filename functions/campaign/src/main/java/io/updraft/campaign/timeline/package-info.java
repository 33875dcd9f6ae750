/** Tells what happened in a campaign. */
@NullMarked
package io.updraft.campaign.timeline;

import org.jspecify.annotations.NullMarked;
