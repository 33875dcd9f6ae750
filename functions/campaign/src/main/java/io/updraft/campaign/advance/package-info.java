/** Drives started campaigns: resolves targets, releases updates, carries cancellations, ends. */
@NullMarked
package io.updraft.campaign.advance;

import org.jspecify.annotations.NullMarked;
