/** Ends an upload on a client's word: {@code POST /firmware/{firmware_id}/complete}. */
@NullMarked
package io.updraft.firmware.complete;

import org.jspecify.annotations.NullMarked;
