/** How many targets may be released now: one pure function for each deployment strategy. */
@NullMarked
package io.updraft.campaign.strategy;

import org.jspecify.annotations.NullMarked;
