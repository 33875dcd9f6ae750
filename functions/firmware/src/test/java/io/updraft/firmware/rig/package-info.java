/** What the tests of this module stand on: a real store, real functions, recorded events. */
@NullMarked
package io.updraft.firmware.rig;

import org.jspecify.annotations.NullMarked;
