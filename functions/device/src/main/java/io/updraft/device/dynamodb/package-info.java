/** The tables of the device context: devices, updates and tallies. */
@NullMarked
package io.updraft.device.dynamodb;

import org.jspecify.annotations.NullMarked;
