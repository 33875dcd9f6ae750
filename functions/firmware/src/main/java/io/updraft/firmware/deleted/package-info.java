/** What becomes of firmware when a user is deleted elsewhere. */
@NullMarked
package io.updraft.firmware.deleted;

import org.jspecify.annotations.NullMarked;
