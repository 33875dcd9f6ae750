/** What the code of each function does to AWS, read from its class files. */
@NullMarked
package io.updraft.permissions;

import org.jspecify.annotations.NullMarked;
