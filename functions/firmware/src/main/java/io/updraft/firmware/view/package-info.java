/** Firmware as answers show it. */
@NullMarked
package io.updraft.firmware.view;

import org.jspecify.annotations.NullMarked;
