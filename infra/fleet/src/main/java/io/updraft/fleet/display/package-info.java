/** Shows how it goes, and how it went. */
@NullMarked
package io.updraft.fleet.display;

import org.jspecify.annotations.NullMarked;
