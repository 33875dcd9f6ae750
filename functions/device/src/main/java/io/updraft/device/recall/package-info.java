/** Updates outside campaigns to a recalled firmware are cancelled. */
@NullMarked
package io.updraft.device.recall;

import org.jspecify.annotations.NullMarked;
