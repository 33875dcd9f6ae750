/** Gives further presigned addresses: {@code POST /firmware/{firmware_id}/upload-urls}. */
@NullMarked
package io.updraft.firmware.uploadurls;

import org.jspecify.annotations.NullMarked;
