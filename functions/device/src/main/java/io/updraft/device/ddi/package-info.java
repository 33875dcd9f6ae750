/**
 * The Direct Device Integration API of hawkBit, so that its clients work as they are: a second way
 * in to what devices can do anyway.
 */
@NullMarked
package io.updraft.device.ddi;

import org.jspecify.annotations.NullMarked;
