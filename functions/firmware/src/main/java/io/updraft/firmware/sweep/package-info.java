/** Ends uploads whose time is over. */
@NullMarked
package io.updraft.firmware.sweep;

import org.jspecify.annotations.NullMarked;
