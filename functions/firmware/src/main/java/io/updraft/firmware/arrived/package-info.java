/** Ends an upload when its object has arrived in the bucket. */
@NullMarked
package io.updraft.firmware.arrived;

import org.jspecify.annotations.NullMarked;
