/** Builds the adapters of a function from its environment. */
@NullMarked
package io.updraft.firmware.wiring;

import org.jspecify.annotations.NullMarked;
