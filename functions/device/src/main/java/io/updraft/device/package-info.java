/** The functions of the device context: each wires the operations that it serves. */
@NullMarked
package io.updraft.device;

import org.jspecify.annotations.NullMarked;
