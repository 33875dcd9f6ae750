/** Updates of single devices, outside campaigns, begin. */
@NullMarked
package io.updraft.device.start;

import org.jspecify.annotations.NullMarked;
