# Dates and times. Day, month, year, hour and minute arrive as text; the month by its name.

time-month-1 = janvier
time-month-2 = février
time-month-3 = mars
time-month-4 = avril
time-month-5 = mai
time-month-6 = juin
time-month-7 = juillet
time-month-8 = août
time-month-9 = septembre
time-month-10 = octobre
time-month-11 = novembre
time-month-12 = décembre

time-date = { $day } { $month } { $year }
time-clock = { $hour }:{ $minute }
time-date-clock = { $date } à { $clock }

# How long ago, or until when
time-now = à l’instant
time-minutes-ago = { $n ->
    [one] il y a { $n } minute
   *[other] il y a { $n } minutes
}
time-hours-ago = { $n ->
    [one] il y a { $n } heure
   *[other] il y a { $n } heures
}
time-days-ago = { $n ->
    [one] il y a { $n } jour
   *[other] il y a { $n } jours
}
time-months-ago = il y a { $n } mois
time-years-ago = { $n ->
    [one] il y a { $n } an
   *[other] il y a { $n } ans
}
time-soon = dans un instant
time-in-minutes = { $n ->
    [one] dans { $n } minute
   *[other] dans { $n } minutes
}
time-in-hours = { $n ->
    [one] dans { $n } heure
   *[other] dans { $n } heures
}
time-in-days = { $n ->
    [one] dans { $n } jour
   *[other] dans { $n } jours
}
time-in-months = dans { $n } mois
time-in-years = { $n ->
    [one] dans { $n } an
   *[other] dans { $n } ans
}

# Lengths of time
time-length-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
time-length-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
time-length-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
