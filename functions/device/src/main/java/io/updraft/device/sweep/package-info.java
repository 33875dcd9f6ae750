/** Updates whose time has come are looked at. */
@NullMarked
package io.updraft.device.sweep;

import org.jspecify.annotations.NullMarked;
