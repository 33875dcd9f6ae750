/** Devices and their updates: what they are, how they move, and the ports that keep them. */
@NullMarked
package io.updraft.device.domain;

import org.jspecify.annotations.NullMarked;
