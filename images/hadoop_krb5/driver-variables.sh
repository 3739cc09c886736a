# shellcheck shell=sh

# write_driver_variables FILE: writes STOP_MARKER and those of the variables named in DRIVER_VARIABLES that are set, as
# Java properties in UTF-8, for nobody else to read. Where there is DRIVER_<NAME>, the driver gets that as NAME, as from
# YARN the stores have other addresses than from here. awk takes the values from its environment, so that no argument
# ever holds a password.
write_driver_variables() {
  # The mode is given when a file is made, so none may be there.
  rm -f "$1"
  (
    umask 077
    awk '
      function escaped(value,   text, i, letter) {
        text = ""
        for (i = 1; i <= length(value); i++) {
          letter = substr(value, i, 1)
          if (letter == "\\") letter = "\\\\"
          else if (letter == "\n") letter = "\\n"
          else if (letter == "\r") letter = "\\r"
          else if (letter == "\t") letter = "\\t"
          # Java drops what is blank before a value.
          else if (letter == " " && i == 1) letter = "\\ "
          text = text letter
        }
        return text
      }
      BEGIN {
        count = split("STOP_MARKER," ENVIRON["DRIVER_VARIABLES"], names, ",")
        for (n = 1; n <= count; n++) {
          source = (("DRIVER_" names[n]) in ENVIRON) ? "DRIVER_" names[n] : names[n]
          if (source in ENVIRON) print names[n] "=" escaped(ENVIRON[source])
        }
      }' >"$1"
  )
}
