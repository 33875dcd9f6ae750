/** Begins the upload of a firmware, or takes it whole in one request: {@code POST /firmware}. */
@NullMarked
package io.updraft.firmware.upload;

import org.jspecify.annotations.NullMarked;
