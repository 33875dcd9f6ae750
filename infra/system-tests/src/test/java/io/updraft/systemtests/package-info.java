/** Tries the whole system, as a process, on what it must reach. */
@NullMarked
package io.updraft.systemtests;

import org.jspecify.annotations.NullMarked;
