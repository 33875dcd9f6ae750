/** What the commands of the life cycle have in common. */
@NullMarked
package io.updraft.firmware.moves;

import org.jspecify.annotations.NullMarked;
