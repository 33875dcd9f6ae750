/** Adds, lists and deletes signing keys: {@code /admin/signing-keys}. */
@NullMarked
package io.updraft.firmware.keys;

import org.jspecify.annotations.NullMarked;
