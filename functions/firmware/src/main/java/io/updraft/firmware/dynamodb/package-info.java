/** Firmware, clearances, figures, uploads and signing keys as items of one table. */
@NullMarked
package io.updraft.firmware.dynamodb;

import org.jspecify.annotations.NullMarked;
