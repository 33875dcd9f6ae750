/** What other contexts may know of firmware: facts, clearance to go on, and where its bytes are. */
@NullMarked
package io.updraft.firmware.published;

import org.jspecify.annotations.NullMarked;
