/** Lists firmware: {@code GET /firmware}. */
@NullMarked
package io.updraft.firmware.list;

import org.jspecify.annotations.NullMarked;
