/** Starts campaigns and wakes engines whose time has come. */
@NullMarked
package io.updraft.campaign.tick;

import org.jspecify.annotations.NullMarked;
