/** Judges the bytes of an upload and settles what becomes of it, whoever asks. */
@NullMarked
package io.updraft.firmware.verification;

import org.jspecify.annotations.NullMarked;
