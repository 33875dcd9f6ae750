/** A device asks what to do next. */
@NullMarked
package io.updraft.device.poll;

import org.jspecify.annotations.NullMarked;
