/** Shows one firmware: {@code GET /firmware/{firmware_id}}. */
@NullMarked
package io.updraft.firmware.get;

import org.jspecify.annotations.NullMarked;
