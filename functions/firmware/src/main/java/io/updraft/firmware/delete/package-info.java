/** Removes a firmware: {@code DELETE /firmware/{firmware_id}}. */
@NullMarked
package io.updraft.firmware.delete;

import org.jspecify.annotations.NullMarked;
