/** Reads and judges what a caller wants of a campaign: one way for all that take a plan. */
@NullMarked
package io.updraft.campaign.plan;

import org.jspecify.annotations.NullMarked;
