/** Cancels a campaign. */
@NullMarked
package io.updraft.campaign.cancel;

import org.jspecify.annotations.NullMarked;
