/** Firmware, its life cycle, and the ports through which it is kept. */
@NullMarked
package io.updraft.firmware.domain;

import org.jspecify.annotations.NullMarked;
