/** Who is calling, and what every caller may see: the functions of this context, wired. */
@NullMarked
package io.updraft.access;

import org.jspecify.annotations.NullMarked;
