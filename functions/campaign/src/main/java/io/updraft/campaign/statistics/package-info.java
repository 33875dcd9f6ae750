/** Figures of campaigns and updates are shown. */
@NullMarked
package io.updraft.campaign.statistics;

import org.jspecify.annotations.NullMarked;
