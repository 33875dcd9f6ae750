/** Devices are taken back to a version that they had before, and their rollbacks are shown. */
@NullMarked
package io.updraft.device.rollback;

import org.jspecify.annotations.NullMarked;
