/** Puts a deprecated firmware back into choice: {@code POST /firmware/{firmware_id}/restore}. */
@NullMarked
package io.updraft.firmware.restore;

import org.jspecify.annotations.NullMarked;
