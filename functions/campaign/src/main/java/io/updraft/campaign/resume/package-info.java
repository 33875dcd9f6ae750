/** Lets a paused campaign go on. */
@NullMarked
package io.updraft.campaign.resume;

import org.jspecify.annotations.NullMarked;
