/** Stops the campaigns on a firmware that was recalled. */
@NullMarked
package io.updraft.campaign.recall;

import org.jspecify.annotations.NullMarked;
