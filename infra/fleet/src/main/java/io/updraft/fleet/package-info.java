/** Simulates a fleet of devices against a running Updraft. */
@NullMarked
package io.updraft.fleet;

import org.jspecify.annotations.NullMarked;
