/** Updates and the history of a device are shown. */
@NullMarked
package io.updraft.device.query;

import org.jspecify.annotations.NullMarked;
