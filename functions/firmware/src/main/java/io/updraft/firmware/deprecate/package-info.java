/** Takes a firmware out of choice: {@code POST /firmware/{firmware_id}/deprecate}. */
@NullMarked
package io.updraft.firmware.deprecate;

import org.jspecify.annotations.NullMarked;
