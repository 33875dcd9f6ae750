/** Tells whether a second user agrees with a plan. */
@NullMarked
package io.updraft.campaign.approve;

import org.jspecify.annotations.NullMarked;
