/** Counts which devices a campaign would reach, before there is one. */
@NullMarked
package io.updraft.campaign.preview;

import org.jspecify.annotations.NullMarked;
