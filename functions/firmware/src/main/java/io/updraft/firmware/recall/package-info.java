/** Stops a harmful firmware: {@code POST /firmware/{firmware_id}/recall}. */
@NullMarked
package io.updraft.firmware.recall;

import org.jspecify.annotations.NullMarked;
